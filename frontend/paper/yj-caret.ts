import { selectedIn } from './places';

type Step = [direction: 'backward' | 'forward', granularity: string];

const STEPS: Record<string, Step> = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
};

/**
 * `<yj-caret>`: a caret in the paper beside it, for those who select words without a pointer. In the box of both the
 * arrow keys move it, Home and End go to the ends of a line, and Shift selects; what is selected is the browser's own
 * selection. Unless it says `always`, it waits for `begin`.
 *
 * @fires yj-select with what is selected, once it is something else than before
 */
class YjCaret extends HTMLElement {
  private box: HTMLElement | null = null;
  private active = false;
  private told = '';

  connectedCallback() {
    this.box = this.parentElement;
    this.hidden = true;
    this.setAttribute('aria-hidden', 'true');
    this.box?.addEventListener('keydown', this.onKey);
    this.box?.addEventListener('focusout', this.onLeave);
    document.addEventListener('selectionchange', this.onSelection);
  }

  disconnectedCallback() {
    this.box?.removeEventListener('keydown', this.onKey);
    this.box?.removeEventListener('focusout', this.onLeave);
    document.removeEventListener('selectionchange', this.onSelection);
    this.box = null;
  }

  /** Puts the caret before an element of the paper, or at the beginning of what is to be seen of it. */
  begin(at: HTMLElement | null) {
    this.active = true;
    this.box?.focus({ preventScroll: true });
    const first = at ?? this.blocks()[0];
    if (first) {
      document.getSelection()?.collapse(first, 0);
      this.draw();
    }
  }

  private blocks() {
    return [...(this.box?.querySelectorAll<HTMLElement>('[data-block]') ?? [])].filter(
      (it) => it.offsetParent !== null && it.textContent,
    );
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const selection = document.getSelection();
    if (!step || !selection || event.altKey || event.metaKey || !(this.active || this.hasAttribute('always'))) {
      return;
    }
    event.preventDefault();
    if (!this.holds(selection.focusNode)) {
      this.begin(null);
      return;
    }
    const [node, offset] = [selection.focusNode!, selection.focusOffset];
    const granularity = event.ctrlKey && step[1] === 'character' ? 'word' : step[1];
    selection.modify(event.shiftKey ? 'extend' : 'move', step[0], granularity);
    if (!this.holds(selection.focusNode)) {
      if (event.shiftKey) {
        selection.extend(node, offset);
      } else {
        selection.collapse(node, offset);
      }
    }
    this.draw();
  };

  private readonly onLeave = (event: FocusEvent) => {
    if (!this.box?.contains(event.relatedTarget as Node | null)) {
      this.active = false;
      this.hidden = true;
    }
  };

  private readonly onSelection = () => {
    const found = this.box && selectedIn(this.box);
    const told = JSON.stringify(found);
    if (found && told !== this.told) {
      this.dispatchEvent(new CustomEvent('yj-select', { detail: found }));
    }
    this.told = told;
  };

  private holds(node: Node | null) {
    const element = node instanceof Element ? node : node?.parentElement;
    const block = element?.closest('[data-block]');
    return block != null && this.box!.contains(block);
  }

  /** Shows where the end of the selection is that moves, and brings it into view. */
  private draw() {
    const selection = document.getSelection();
    if (!selection?.focusNode || !this.holds(selection.focusNode)) {
      this.hidden = true;
      return;
    }
    const range = document.createRange();
    range.setStart(selection.focusNode, selection.focusOffset);
    const place = range.getClientRects()[0] ?? around(selection.focusNode, selection.focusOffset);
    const box = this.box!.getBoundingClientRect();
    this.hidden = false;
    this.style.insetBlockStart = `${place.top - box.top + this.box!.scrollTop}px`;
    this.style.insetInlineStart = `${place.left - box.left + this.box!.scrollLeft}px`;
    this.style.blockSize = `${place.height}px`;
    this.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function around(node: Node, offset: number) {
  const near = node.childNodes[offset] ?? node;
  const range = document.createRange();
  range.selectNodeContents(near);
  return range.getClientRects()[0] ?? (near instanceof Element ? near : near.parentElement!).getBoundingClientRect();
}

customElements.define('yj-caret', YjCaret);
