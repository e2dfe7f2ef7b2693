// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Full text of everything readable, in memory; the database is the truth and fills it anew at each
/// start. Who may read what is asked inside the query, so counts and excerpts cover only that.
/// Scores rest on fixed statistics: a record one may not see changes nothing of what one sees.
final class LuceneIndex implements AutoCloseable {

    private static final String[] FIELDS = {"title", "body", "body_de"};

    private final Analyzer analyzer =
            new PerFieldAnalyzerWrapper(
                    new EnglishAnalyzer(), Map.of("body_de", new GermanAnalyzer()));
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Map<String, Label> labels = new ConcurrentHashMap<>();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    LuceneIndex() {
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
            searchers =
                    new SearcherManager(
                            writer,
                            new SearcherFactory() {
                                @Override
                                public IndexSearcher newSearcher(
                                        IndexReader reader, @Nullable IndexReader previous) {
                                    return new FixedStatistics(reader);
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException("opening the index", e);
        }
    }

    void put(Indexed record) {
        var acl = acl(record.label());
        labels.putIfAbsent(acl, record.label());
        var id = record.collection() + ":" + record.key();
        var document = new Document();
        document.add(new StringField("id", id, Field.Store.NO));
        document.add(new StringField("acl", acl, Field.Store.NO));
        document.add(new StringField("collection", record.collection(), Field.Store.YES));
        document.add(new StoredField("key", record.key()));
        document.add(new TextField("title", record.title(), Field.Store.YES));
        document.add(new TextField("body", record.body(), Field.Store.YES));
        document.add(new TextField("body_de", record.body(), Field.Store.NO));
        document.add(new StoredField("date", record.date()));
        document.add(new StringField("place", record.place(), Field.Store.YES));
        document.add(new StringField("from", record.place(), Field.Store.NO));
        try {
            writer.updateDocument(new Term("id", id), document);
        } catch (IOException e) {
            throw new UncheckedIOException("indexing " + id, e);
        }
    }

    /// Makes what was put visible.
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("refreshing the index", e);
        }
    }

    long size() {
        return writer.getDocStats().numDocs;
    }

    /// @param collection null for all
    /// @throws Refusal `QUERY_MALFORMED` if the words cannot be read as a query
    Results search(String words, @Nullable String collection, int limit, ReadScope reader) {
        try {
            var searcher = searchers.acquire();
            try {
                var text = parse(words);
                var readable = readable(text, reader);
                var counts = new HashMap<String, Long>();
                for (var name : List.of("CABLE", "FINDING", "PRESS")) {
                    counts.put(name, (long) searcher.count(in(readable, name)));
                }
                var chosen = collection == null ? readable : in(readable, collection);
                var found = searcher.search(chosen, limit);
                var passages = passages(searcher, text, found);
                var hits = new ArrayList<Hit>();
                for (int i = 0; i < found.scoreDocs.length; i++) {
                    var document = searcher.storedFields().document(found.scoreDocs[i].doc);
                    hits.add(hit(document, passages[i]));
                }
                return new Results(hits, searcher.count(chosen), counts);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("searching", e);
        }
    }

    private Query parse(String words) {
        if (words.isBlank()) {
            return new MatchAllDocsQuery();
        }
        var parser = new MultiFieldQueryParser(FIELDS, analyzer);
        parser.setDefaultOperator(QueryParser.Operator.AND);
        try {
            return parser.parse(words);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Refusal(SearchRefusal.QUERY_MALFORMED, words);
        }
    }

    private Query readable(Query text, ReadScope reader) {
        var visible =
                labels.entrySet().stream()
                        .filter(entry -> reader.covers(entry.getValue()))
                        .map(entry -> new BytesRef(entry.getKey()))
                        .toList();
        return new BooleanQuery.Builder()
                .add(text, BooleanClause.Occur.MUST)
                .add(new TermInSetQuery("acl", visible), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query in(Query query, String collection) {
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new TermQuery(new Term("collection", collection)), BooleanClause.Occur.FILTER)
                .build();
    }

    private @Nullable String[] passages(IndexSearcher searcher, Query text, TopDocs found)
            throws IOException {
        var highlighter =
                new UnifiedHighlighter.Builder(searcher, analyzer)
                        .withFormatter(
                                new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
                        .build();
        return highlighter.highlight("body", text, found, 2);
    }

    private static Hit hit(Document document, @Nullable String passage) {
        return new Hit(
                document.get("collection"),
                document.get("key"),
                document.get("title"),
                document.get("date"),
                document.get("place"),
                passage == null ? "" : passage);
    }

    /// One word per combination of level, captions, groups and readers.
    private static String acl(Label label) {
        return label.level()
                + "|"
                + new TreeSet<>(label.captions())
                + "|"
                + new TreeSet<>(label.releasable())
                + "|"
                + new TreeSet<>(label.readers());
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index", e);
        }
    }

    /// Counts nothing of the collection, so that scores tell nothing of hidden records.
    private static final class FixedStatistics extends IndexSearcher {

        private FixedStatistics(IndexReader reader) {
            super(reader);
        }

        @Override
        public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) {
            return new TermStatistics(term.bytes(), 1, 1);
        }

        @Override
        public CollectionStatistics collectionStatistics(String field) {
            return new CollectionStatistics(field, 1000, 1000, 200_000, 100_000);
        }
    }
}
