/** How the ledger of promises looks. */
@NullMarked
package org.youju.ledger.ui;

import org.jspecify.annotations.NullMarked;
