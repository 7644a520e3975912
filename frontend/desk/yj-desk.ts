import { selectedIn } from '../paper/places';

const FIELDS = 'vaadin-text-field, vaadin-combo-box, vaadin-select, input, textarea, select, [contenteditable]';
const OVERLAYS = 'vaadin-dialog, vaadin-confirm-dialog, vaadin-popover, vaadin-notification-card';
const PRESSED_BY_ENTER = 'button, a, summary, vaadin-button, [role=button]';
const LETTERS = new Set(['a', 'c', 'e', 'g', 'j', 'k', 'm', 'n', 'p', 'r', 's', 'z']);

/**
 * `<yj-desk>`: the review desk's keys, its selection and its scrolling; what stands on it comes from the server.
 *
 * @fires yj-key with the key that was pressed outside every field and dialog
 * @fires yj-select with what is selected in the text, or null
 */
class YjDesk extends HTMLElement {
  private selected = '';

  connectedCallback() {
    window.addEventListener('keydown', this.onKey, true);
    document.addEventListener('selectionchange', this.onSelection);
  }

  disconnectedCallback() {
    window.removeEventListener('keydown', this.onKey, true);
    document.removeEventListener('selectionchange', this.onSelection);
  }

  /**
   * Brings a figure into view in both panes; the card takes the focus unless a person is writing. A desk that is just
   * opened is seen from its head where its panes scroll with the page.
   */
  bring(mark: HTMLElement | null, card: HTMLElement | null, opening: boolean) {
    const take = () => {
      if (card && !this.isWriting()) {
        card.focus({ preventScroll: true });
      }
    };
    take();
    // twice: the card's fields have their height only once they are drawn
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) {
          take();
        }
        if (opening && matchMedia('(width < 1100px)').matches) {
          return;
        }
        if (mark && !isInView(mark)) {
          mark.scrollIntoView({ block: 'center', inline: 'nearest' });
        }
        card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }),
    );
  }

  /** Puts the focus on a mark of the text. */
  show(mark: HTMLElement) {
    requestAnimationFrame(() => {
      mark.scrollIntoView({ block: 'center', inline: 'nearest' });
      mark.focus({ preventScroll: true });
    });
  }

  private isWriting() {
    return this.contains(document.activeElement) && document.activeElement!.closest(FIELDS) !== null;
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const path = event.composedPath().filter((it): it is HTMLElement => it instanceof HTMLElement);
    const key = keyOf(event);
    if (!key || event.isComposing || path.some((it) => it.matches(OVERLAYS))) {
      return;
    }
    if (path.some((it) => it.matches(FIELDS))) {
      this.leaveField(event, key, path);
      return;
    }
    if (key === 'Enter' && path.some((it) => it.matches(PRESSED_BY_ENTER))) {
      return;
    }
    event.preventDefault();
    this.tell(key);
  };

  /** Esc leaves a field; Enter in a text field also keeps what is written there. */
  private leaveField(event: KeyboardEvent, key: string, path: HTMLElement[]) {
    const inText = path.some((it) => it.matches('vaadin-text-field'));
    const open = path.some((it) => (it as HTMLElement & { opened?: boolean }).opened === true);
    if (!this.contains(path[0]) || open || !(key === 'Escape' || (key === 'Enter' && inText))) {
      return;
    }
    event.preventDefault();
    // the value of the field is sent when the focus leaves it, before the key
    (this.querySelector<HTMLElement>('.yj-cand-card') ?? this).focus({ preventScroll: true });
    if (key === 'Enter') {
      this.tell('Keep');
    }
  }

  private tell(key: string) {
    this.dispatchEvent(new CustomEvent('yj-key', { detail: key }));
  }

  private readonly onSelection = () => {
    const found = selectedIn(this);
    const told = JSON.stringify(found);
    if (told !== this.selected) {
      this.selected = told;
      this.dispatchEvent(new CustomEvent('yj-select', { detail: found }));
    }
  };
}

/** The key as the desk names it, or null for one that it has no use for. */
function keyOf(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
    return null;
  }
  if (event.key === '?' || event.key === '？') {
    return '?';
  }
  if (event.key === 'Enter' || event.key === 'Escape') {
    return event.key;
  }
  const letter = event.key.toLowerCase();
  return LETTERS.has(letter) ? letter : null;
}

function isInView(element: HTMLElement) {
  const box = element.getBoundingClientRect();
  const pane = element.closest('.yj-reader-scroll')?.getBoundingClientRect();
  return pane !== undefined && box.top >= pane.top && box.bottom <= Math.min(pane.bottom, window.innerHeight);
}

customElements.define('yj-desk', YjDesk);
