import { css } from 'lit';

/** The look of the sheet: every state by a sign as well as by a colour. */
export const styles = css`
  :host {
    display: block;
    position: relative;
    min-height: 0;
    color: var(--yj-ink);
    background: var(--yj-surface);
    font: 400 13px/20px var(--yj-sans, sans-serif);
    font-variant-numeric: tabular-nums lining-nums;
  }
  :host([hidden]) {
    display: none;
  }
  .scroller {
    position: absolute;
    inset: 0;
    overflow: auto;
    contain: strict;
    scroll-padding: 34px 0 0 calc(var(--_name) + var(--_unit));
  }
  .sheet {
    position: relative;
  }
  .row {
    position: absolute;
    inset-inline-start: 0;
    display: flex;
    box-sizing: border-box;
    width: 100%;
    border-bottom: 1px solid var(--yj-line);
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 4;
    height: 33px;
    background: var(--yj-sunken);
    color: var(--yj-ink2);
    font-weight: 600;
  }
  .name,
  .unit {
    position: sticky;
    z-index: 2;
    flex: none;
    box-sizing: border-box;
    padding: 0 8px 0 12px;
    overflow: hidden;
    background: var(--yj-surface);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head .name,
  .head .unit {
    background: var(--yj-sunken);
    line-height: 33px;
  }
  .name {
    left: 0;
    width: var(--_name);
    border-inline-end: 1px solid var(--yj-line);
  }
  .unit {
    left: var(--_name);
    width: var(--_unit);
    padding-inline-start: 8px;
    border-inline-end: 1px solid var(--yj-line2);
    color: var(--yj-ink2);
    font-size: 12px;
  }
  /* long words take two lines; a title says what does not fit */
  .name > span,
  .unit > span {
    display: -webkit-inline-box;
    max-height: 32px;
    overflow: hidden;
    overflow-wrap: anywhere;
    line-height: 16px;
    vertical-align: middle;
    white-space: normal;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .group .name {
    width: calc(var(--_name) + var(--_unit));
    border: 0;
    overflow: visible;
    background: transparent;
    font-weight: 700;
  }
  .group {
    background: var(--yj-canvas);
  }
  .here .name {
    color: var(--yj-accent);
    font-weight: 700;
  }
  .col {
    position: absolute;
    box-sizing: border-box;
    width: var(--_col);
    height: 100%;
    padding: 0 22px 0 8px;
    border-inline-end: 1px solid var(--yj-line);
    text-align: end;
  }
  .col.here {
    background: var(--yj-accent-tint);
    color: var(--yj-accent);
  }
  .cell {
    position: absolute;
    box-sizing: border-box;
    height: 100%;
    border-inline-end: 1px solid var(--yj-line);
    outline: none;
    cursor: cell;
    user-select: none;
  }
  .value {
    position: absolute;
    inset: 0;
    display: flex;
    gap: 3px;
    align-items: center;
    justify-content: flex-end;
    padding: 0 4px 0 5px;
    white-space: nowrap;
    overflow: hidden;
  }
  /* where room is short they give way, not the number and its signs */
  .words {
    min-width: 0;
    overflow: hidden;
    color: var(--yj-ink2);
    font-size: 12px;
    text-overflow: ellipsis;
  }
  .after {
    flex: none;
    min-width: 13px;
    text-align: start;
  }
  .period {
    margin-inline-end: auto;
    color: var(--yj-ink2);
    font-size: 12px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .APPROVED {
    background: var(--yj-canvas);
  }
  .APPROVED .number {
    color: var(--yj-ink2);
  }
  .DRAFT,
  .RETURNED {
    box-shadow: inset 3px 0 0 var(--yj-accent);
  }
  .DRAFT .number {
    color: var(--yj-accent);
    font-weight: 700;
  }
  .RETURNED {
    box-shadow: inset 3px 0 0 var(--yj-warn);
    background: var(--yj-warn-tint);
  }
  .RETURNED .number {
    color: var(--yj-warn);
    font-weight: 700;
  }
  .SUBMITTED .number {
    color: var(--yj-accent);
  }
  .IMPLIED .value {
    inset: 4px 5px;
    border: 1px dashed var(--yj-accent);
    border-radius: 4px;
    background: var(--yj-canvas);
  }
  .IMPLIED .number {
    color: var(--yj-ink2);
  }
  .MISSING .number {
    padding: 0 4px;
    border: 1px solid var(--yj-warn);
    border-radius: 4px;
    color: var(--yj-warn);
    font-size: 12px;
    line-height: 16px;
  }
  .PENDING .number {
    color: var(--yj-ink3);
    font-style: italic;
  }
  .PENDING .sign {
    stroke-width: 2.4;
    stroke-linecap: round;
  }
  .REFUSED,
  .OVERTAKEN {
    background: var(--yj-bad-tint);
    box-shadow: inset 0 0 0 1px var(--yj-bad);
  }
  .REFUSED .number,
  .OVERTAKEN .number {
    color: var(--yj-bad);
    font-weight: 700;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .found-HIGH {
    background: var(--yj-bad-tint);
  }
  .found-HIGH .number {
    color: var(--yj-bad);
    font-weight: 700;
  }
  .sign {
    flex: none;
    width: 14px;
    height: 14px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    color: var(--yj-ink2);
  }
  .first {
    margin-inline-end: auto;
  }
  .REFUSED .sign,
  .OVERTAKEN .sign {
    color: var(--yj-bad);
  }
  .RETURNED .sign,
  .departs,
  .found-MEDIUM .finding {
    color: var(--yj-warn);
  }
  .found-HIGH .finding {
    color: var(--yj-bad);
  }
  .finding:only-of-type {
    margin-inline-end: auto;
  }
  .corner {
    position: absolute;
    top: 0;
    right: 0;
    border: 5px solid transparent;
    border-top-color: var(--yj-d2);
    border-right-color: var(--yj-d2);
  }
  .bare {
    position: absolute;
    bottom: 3px;
    left: 6px;
    width: 7px;
    height: 7px;
    border: 1px dashed var(--yj-warn);
    border-radius: 50%;
  }
  .several {
    position: absolute;
    right: 3px;
    bottom: 1px;
    color: var(--yj-ink2);
    font-size: 12px;
    line-height: 12px;
  }
  .broken {
    position: absolute;
    left: -7px;
    top: 50%;
    z-index: 1;
    font-weight: 700;
    transform: translateY(-50%);
  }
  .other {
    position: absolute;
    top: 1px;
    left: 24px;
    z-index: 1;
    padding: 0 3px;
    border-radius: 3px;
    background: var(--_tone, var(--yj-d3));
    color: var(--yj-surface);
    font-size: 12px;
    line-height: 14px;
  }
  .cell.taken {
    outline: 2px dotted var(--_tone, var(--yj-d3));
    outline-offset: -3px;
  }
  .tone0 {
    --_tone: var(--yj-d3);
  }
  .tone1 {
    --_tone: var(--yj-d4);
  }
  .tone2 {
    --_tone: var(--yj-d2);
  }
  .cell[aria-selected='true'] {
    background-image: linear-gradient(var(--_veil), var(--_veil));
    --_veil: color-mix(in srgb, var(--yj-accent) 14%, transparent);
  }
  .cell.active {
    z-index: 1;
    outline: 2px solid var(--yj-accent);
    outline-offset: -2px;
  }
  .cell:focus-visible {
    outline: 2px solid var(--yj-accent);
    outline-offset: -2px;
  }
  input {
    position: absolute;
    inset: 0;
    z-index: 2;
    box-sizing: border-box;
    width: 100%;
    min-width: 100px;
    padding: 0 26px 0 6px;
    border: 2px solid var(--yj-accent);
    background: var(--yj-surface);
    color: var(--yj-ink);
    font: inherit;
    text-align: end;
    outline: none;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .cell.active {
      outline: 3px solid Highlight;
    }
    .DRAFT,
    .RETURNED {
      border-inline-start: 4px solid CanvasText;
    }
    .REFUSED,
    .OVERTAKEN,
    .found-HIGH {
      border: 2px solid CanvasText;
    }
    .cell[aria-selected='true'] {
      border: 1px solid Highlight;
    }
    .corner {
      border-color: Canvas;
      border-top-color: CanvasText;
      border-right-color: CanvasText;
      forced-color-adjust: none;
    }
    .other {
      border: 1px solid CanvasText;
      color: CanvasText;
    }
  }
  @media (prefers-contrast: more) {
    .cell,
    .row,
    .col {
      border-color: var(--yj-control);
    }
  }
`;
