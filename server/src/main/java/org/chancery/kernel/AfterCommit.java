// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// For what is only worth doing while the process lives, such as telling open pages: it happens once
/// the transaction has committed, and is forgotten with the process. What must not be lost goes
/// through the event registry instead.
public final class AfterCommit {

    private AfterCommit() {}

    /// Runs it after the commit of the current transaction, or at once if there is none.
    public static void run(Runnable act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        act.run();
                    }
                });
    }
}
