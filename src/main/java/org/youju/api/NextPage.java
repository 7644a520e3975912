package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where an answer in pages goes on: the same call from another {@code offset} on. */
final class NextPage {

    private NextPage() {
    }

    /** The address without scheme and host, so that it holds behind every proxy. */
    static String address(HttpServletRequest request, long offset) {
        var here = ServletUriComponentsBuilder.fromRequest(request).replaceQueryParam("offset", offset).build();
        return here.getPath() + "?" + here.getQuery();
    }
}
