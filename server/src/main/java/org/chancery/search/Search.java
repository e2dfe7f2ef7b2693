// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.cable.CableReleased;
import org.chancery.kernel.Page;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Door to the search over everything ever sent, found or read. The index follows the database and
/// is filled again whenever it has fallen behind.
@Component
public class Search implements DisposableBean {

    private final IndexedRepository records;
    private final LuceneIndex index = new LuceneIndex();

    Search(IndexedRepository records) {
        this.records = records;
    }

    /// @param collection `CABLE`, `FINDING`, `PRESS`, null for all
    /// @param limit hits wanted, 1 to 200
    /// @throws Refusal `QUERY_MALFORMED` if the words cannot be read as a query
    public Results find(String words, @Nullable String collection, int limit, ReadScope reader) {
        catchUp();
        var found = index.search(words, collection, Page.limit(limit), reader);
        List<Hit> readable =
                found.hits().stream().filter(hit -> records.readable(hit, reader)).toList();
        return new Results(readable, found.total(), found.counts());
    }

    /// A released cable is found at once: it is put into the index, and who searches next opens it.
    @ApplicationModuleListener
    void on(CableReleased event) {
        records.cable(event.id()).ifPresent(index::put);
    }

    private synchronized void catchUp() {
        if (index.size() != records.count()) {
            records.forEach(index::put);
        }
        index.refresh();
    }

    @Override
    public void destroy() {
        index.close();
    }
}
