/** Which source represents a cell, where people have decided it. */
@NullMarked
package org.youju.observation.ruling;

import org.jspecify.annotations.NullMarked;
