// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.chancery.SharedData;
import org.chancery.press.ArticleText.Reason;
import org.chancery.press.ArticleText.Removed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArticleTextTest {

    private static final String SENTENCE =
            "The ministry said on Thursday that the posts had been told to report within ten days.";

    @Nested
    class AHeadline {

        @Test
        void printedTwiceInOneLineStandsOnce() {
            var article = ArticleText.of("Posts reportPosts report\n" + SENTENCE);

            assertThat(article.title()).isEqualTo("Posts report");
            assertThat(article.removed())
                    .containsExactly(new Removed("Posts report", Reason.HEADLINE_AGAIN));
        }

        @Test
        void printedAgainBelowStandsOnce() {
            var article = ArticleText.of("Posts report\nPOSTS REPORT\n" + SENTENCE);

            assertThat(article.paragraphs()).containsExactly(SENTENCE);
        }
    }

    @Nested
    class WhatThePagePutAround {

        @Test
        void isSetAsideWithItsReason() {
            var article =
                    ArticleText.of(
                            """
                            Posts report
                            %s
                            A short heading
                            %s
                            Author: the desk
                            Photo: agency
                            Our webinar starts soon
                            First
                            Second
                            """
                                    .formatted(SENTENCE, SENTENCE + " More is to follow."));

            assertThat(article.paragraphs())
                    .containsExactly(SENTENCE, "A short heading", SENTENCE + " More is to follow.");
            assertThat(article.removed())
                    .containsExactly(
                            new Removed("Author: the desk", Reason.BYLINE),
                            new Removed("Photo: agency", Reason.PICTURE_CREDIT),
                            new Removed("Our webinar starts soon", Reason.ADVERTISING),
                            new Removed("First", Reason.AFTER_THE_END),
                            new Removed("Second", Reason.AFTER_THE_END));
        }

        @Test
        void isNotASentenceThatSpeaksOfAdvertising() {
            var sentence =
                    "The regulator fined the newsletter because it did not name its sponsor on any page.";

            assertThat(ArticleText.of("Fine\n" + sentence).paragraphs()).containsExactly(sentence);
        }
    }

    @Nested
    class NoText {

        @Test
        void hasNoTitleAndNothingIsLost() {
            assertThat(ArticleText.of(" \n ").title()).isEmpty();
        }

        @Test
        void everyLineIsEitherKeptOrSetAside() {
            var raw = "Title\nalpha\nbeta\nalpha\n" + SENTENCE + "\nomega";
            var article = ArticleText.of(raw);

            assertThat(1 + article.paragraphs().size() + article.removed().size()).isEqualTo(6);
        }
    }

    /// The two German articles of the worked example.
    @Nested
    class TheArticlesOfNovember2025 {

        @Test
        void p001HasItsTitleOnceAndNoCredit() throws IOException {
            var article = ArticleText.of(Files.readString(SharedData.path("press/de/P001.txt")));

            assertThat(article.title()).endsWith("gegen Migration drängen").hasSizeLessThan(120);
            assertThat(article.paragraphs()).hasSize(7).noneMatch(p -> p.contains("wikimedia"));
            assertThat(article.removed())
                    .extracting(Removed::reason)
                    .contains(
                            Reason.HEADLINE_AGAIN,
                            Reason.BYLINE,
                            Reason.PICTURE_CREDIT,
                            Reason.AFTER_THE_END);
        }

        @Test
        void p002HasNeitherWebinarNorListOfNames() throws IOException {
            var article = ArticleText.of(Files.readString(SharedData.path("press/de/P002.txt")));

            assertThat(article.paragraphs())
                    .noneMatch(p -> p.contains("Webinar"))
                    .noneMatch(p -> p.contains("Bohlen"))
                    .noneMatch(p -> p.contains("Enteignung"))
                    .contains("Europa im Visier");
            assertThat(article.paragraphs().getLast()).endsWith("weiter isoliert.");
        }
    }
}
