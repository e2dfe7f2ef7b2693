// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Text written from right to left in the PDF, by the rules of Unicode.
final class IcuBidi {

    private IcuBidi() {}

    static final class Splitter implements BidiSplitter {

        private @Nullable Bidi paragraph;

        @Override
        public void setParagraph(String text, byte direction) {
            paragraph = new Bidi();
            paragraph.setPara(text, level(direction), null);
        }

        private static byte level(byte direction) {
            return switch (direction) {
                case LTR -> Bidi.LTR;
                case RTL -> Bidi.RTL;
                default -> Bidi.LEVEL_DEFAULT_LTR;
            };
        }

        @Override
        public int countTextRuns() {
            return Objects.requireNonNull(paragraph).countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            var run = Objects.requireNonNull(paragraph).getVisualRun(index);
            return new BidiTextRun(run.getStart(), run.getLength(), run.getDirection());
        }

        @Override
        public byte getBaseDirection(String text) {
            return Bidi.getBaseDirection(text);
        }
    }

    static final class Reorderer implements BidiReorderer {

        private final ArabicShaping shape =
                new ArabicShaping(
                        ArabicShaping.LETTERS_SHAPE
                                | ArabicShaping.TEXT_DIRECTION_LOGICAL
                                | ArabicShaping.LENGTH_GROW_SHRINK);
        private final ArabicShaping unshape =
                new ArabicShaping(
                        ArabicShaping.LETTERS_UNSHAPE
                                | ArabicShaping.TEXT_DIRECTION_LOGICAL
                                | ArabicShaping.LENGTH_GROW_SHRINK);

        @Override
        public String reorderRTLTextToLTR(String text) {
            return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
        }

        @Override
        public String shapeText(String text) {
            return shaped(shape, text);
        }

        @Override
        public String deshapeText(String text) {
            return shaped(unshape, text);
        }

        private static String shaped(ArabicShaping how, String text) {
            try {
                return how.shape(text);
            } catch (ArabicShapingException e) {
                throw new IllegalStateException("shaping needs no more room than it has", e);
            }
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
