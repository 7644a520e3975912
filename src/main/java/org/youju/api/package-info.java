/** The REST API: reads what the services know, in JSON whose names stay. */
@NullMarked
package org.youju.api;

import org.jspecify.annotations.NullMarked;
