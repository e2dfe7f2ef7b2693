// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import gg.jte.Content;

/// Glyphs of the interface, drawn in one 16 px grid with strokes of 1.6. Each stands beside a word or
/// hidden text, never alone.
public enum Icon {
    SEARCH("<circle cx=\"7\" cy=\"7\" r=\"4.5\"/><path d=\"m10.5 10.5 4 4\"/>"),
    MENU("<path d=\"M2 4.5h12M2 8h12M2 11.5h12\"/>"),
    WRITE("<path d=\"m2.5 13.5.8-3.3 7.9-7.9 2.5 2.5-7.9 7.9z\"/>"),
    WARNING("<path d=\"M8 2 15 14H1z\"/><path d=\"M8 6.5v3.2M8 11.8v.1\"/>"),
    BLOCK(
            "<path d=\"M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z\"/>"
                    + "<path d=\"M8 4.6v4M8 11.2v.1\"/>"),
    INFO("<circle cx=\"8\" cy=\"8\" r=\"6.2\"/><path d=\"M8 7.4v3.8M8 4.9V5\"/>"),
    DONE("<path d=\"m3 8.5 3.5 3.5L13 4.5\"/>"),
    OK(
            "<circle class=\"f\" cx=\"8\" cy=\"8\" r=\"7\"/>"
                    + "<path d=\"m4.8 8.3 2.2 2.2 4.2-4.8\" stroke=\"var(--surface)\"/>"),
    HALF(
            "<circle cx=\"8\" cy=\"8\" r=\"6.2\"/><path class=\"f\" d=\"M8 1.8a6.2 6.2 0 0 1 0 12.4z\"/>"),
    OPEN("<circle cx=\"8\" cy=\"8\" r=\"6.2\"/>"),
    STRUCK("<circle cx=\"8\" cy=\"8\" r=\"6.2\"/><path d=\"m3.8 12.2 8.4-8.4\"/>"),
    CROSSED(
            "<circle cx=\"8\" cy=\"8\" r=\"6.2\"/><path d=\"m5.4 5.4 5.2 5.2M10.6 5.4l-5.2 5.2\"/>"),
    DASHED("<circle cx=\"8\" cy=\"8\" r=\"6.2\" stroke-dasharray=\"1.5 2.6\"/>"),
    NONE("<path d=\"M3 8h10\"/>"),
    UP_FULL("<path class=\"f\" d=\"M8 2 15 14H1z\"/>"),
    UP("<path d=\"M8 3 14 13.2H2z\"/>"),
    LEVEL("<path d=\"M2.5 6h11M2.5 10h11\"/>"),
    DOWN("<path d=\"M8 13 2 2.8h12z\"/>"),
    DOWN_FULL("<path class=\"f\" d=\"M8 14 1 2h14z\"/>"),
    DOT("<circle cx=\"8\" cy=\"8\" r=\"2.2\"/>"),
    PLUS("<path d=\"M8 3v10M3 8h10\"/>"),
    DOWNLOAD("<path d=\"M8 2v9M4.5 8 8 11.5 11.5 8M3 14h10\"/>"),
    BELL("<path d=\"M4 11V7a4 4 0 0 1 8 0v4l1.2 1.5H2.8zM6.6 14.3h2.8\"/>"),
    PERSON("<circle cx=\"8\" cy=\"5.2\" r=\"2.8\"/><path d=\"M2.8 14a5.2 5.2 0 0 1 10.4 0\"/>"),
    LOCK(
            "<rect x=\"3\" y=\"7\" width=\"10\" height=\"7\" rx=\"1\"/>"
                    + "<path d=\"M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2\"/>"),
    TALK("<path d=\"M2 3h8v5.5H6L3.5 11V8.5H2zM12 5.5h2V11h-1.5v2L10 11H7.5\"/>"),
    CLIP(
            "<path d=\"M11 5.5 6.4 10a1.6 1.6 0 0 0 2.3 2.3l4.6-4.6a3 3 0 0 0-4.3-4.3L4.2 8.1"
                    + "a4.4 4.4 0 0 0 6.2 6.2l3.4-3.3\"/>"),
    DOCUMENT("<path d=\"M3 2.5h7l3 3v8H3zM10 2.5v3h3M5.5 8h5M5.5 10.5h5\"/>"),
    CLOCK("<circle cx=\"8\" cy=\"8\" r=\"6.2\"/><path d=\"M8 4.4V8l2.6 1.8\"/>"),
    SPEECH("<path d=\"M2.5 3.5h11v7.5H7l-3 2.8V11H2.5z\"/>"),
    EYE(
            "<path d=\"M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z\"/>"
                    + "<circle cx=\"8\" cy=\"8\" r=\"2\"/>"),
    PRESS("<path d=\"M2.5 3.5h9v9.5h-9zM11.5 6h2v5.5a1.5 1.5 0 0 1-1.5 1.5M5 6.5h4M5 9h4\"/>"),
    BACK("<path d=\"M10 3 5 8l5 5\"/>"),
    FORWARD("<path d=\"m6 3 5 5-5 5\"/>"),
    REPLY("<path d=\"M6.5 3.5 2.5 7.5l4 4M2.5 7.5h7a4 4 0 0 1 4 4v1\"/>");

    private final String shapes;

    Icon(String shapes) {
        this.shapes = shapes;
    }

    /// The drawing, hidden from screen readers: the word beside it speaks.
    public Content draw() {
        return output ->
                output.writeContent(
                        "<svg class=\"g\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">"
                                + shapes
                                + "</svg>");
    }
}
