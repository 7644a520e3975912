/** Somebody who may be named. */
interface Person {
  name: string;
  label: string;
}

interface Words {
  list: string;
  found: string;
  none: string;
}

const BEGUN = /(?:^|[^A-Za-z0-9._-])[@＠]([^\s@＠]*)$/;
const MOST = 8;
let lists = 0;

/**
 * `<yj-mentions>`: a text area in which `@` offers the people who can be named. The focus stays in the text; ↑ and ↓
 * move in the list, Enter and Tab take, Escape closes, and writing on narrows it. Its text area is its first child.
 */
class YjMentions extends HTMLElement {
  /** All who may be named, in the order in which they are offered. */
  people: Person[] = [];
  /** What it says, in the language of the page: `{0}` is a number. */
  words: Words = { list: '', found: '', none: '' };

  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('div');
  private found: Person[] = [];
  private chosen = 0;

  constructor() {
    super();
    this.list.id = `yj-mentions-${++lists}`;
    this.list.className = 'yj-mentions-list';
    this.list.setAttribute('role', 'listbox');
    this.list.hidden = true;
    this.status.className = 'yj-visually-hidden';
    this.status.setAttribute('role', 'status');
  }

  connectedCallback() {
    this.append(this.list, this.status);
    this.addEventListener('input', this.onWrite);
    this.addEventListener('click', this.onWrite);
    this.addEventListener('keydown', this.onKey, true);
    this.addEventListener('focusout', this.close);
    this.list.addEventListener('pointerdown', this.onPress);
  }

  disconnectedCallback() {
    this.removeEventListener('input', this.onWrite);
    this.removeEventListener('click', this.onWrite);
    this.removeEventListener('keydown', this.onKey, true);
    this.removeEventListener('focusout', this.close);
    this.list.removeEventListener('pointerdown', this.onPress);
  }

  private get area() {
    return this.querySelector('textarea');
  }

  /** What is written after the `@` that the caret stands behind, or null. */
  private begun(area: HTMLTextAreaElement) {
    return area.selectionStart === area.selectionEnd
      ? (BEGUN.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null)
      : null;
  }

  private readonly onWrite = (event: Event) => {
    const area = this.area;
    if (!area || event.composedPath()[0] !== area || (event as InputEvent).isComposing) {
      return;
    }
    const begun = this.begun(area)?.toLowerCase() ?? null;
    const before = this.found[this.chosen]?.name;
    this.found =
      begun === null
        ? []
        : this.people.filter((it) => `${it.name}\n${it.label}`.toLowerCase().includes(begun)).slice(0, MOST);
    this.chosen = Math.max(0, this.found.findIndex((it) => it.name === before));
    this.show();
    this.status.textContent =
      begun === null
        ? ''
        : this.found.length === 0
          ? this.words.none
          : this.words.found.replace('{0}', String(this.found.length));
  };

  private show() {
    this.list.setAttribute('aria-label', this.words.list);
    this.list.replaceChildren(
      ...this.found.map((person, at) => {
        const option = document.createElement('li');
        option.id = `${this.list.id}-${at}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', String(at === this.chosen));
        option.textContent = person.label;
        return option;
      }),
    );
    this.list.hidden = this.found.length === 0;
    const area = this.area;
    if (!area) {
      return;
    }
    area.setAttribute('aria-autocomplete', 'list');
    if (this.list.hidden) {
      area.removeAttribute('aria-controls');
      area.removeAttribute('aria-activedescendant');
    } else {
      area.setAttribute('aria-controls', this.list.id);
      area.setAttribute('aria-activedescendant', `${this.list.id}-${this.chosen}`);
      this.list.scrollIntoView({ block: 'nearest' });
      this.list.children[this.chosen].scrollIntoView({ block: 'nearest' });
    }
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (this.list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.chosen =
          (this.chosen + (event.key === 'ArrowDown' ? 1 : this.found.length - 1)) % this.found.length;
        this.show();
        break;
      case 'Enter':
      case 'Tab':
        this.take(this.found[this.chosen]);
        break;
      case 'Escape':
        this.close();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly onPress = (event: PointerEvent) => {
    event.preventDefault();
    const option = (event.target as HTMLElement).closest('li');
    if (option) {
      this.take(this.found[[...this.list.children].indexOf(option)]);
    }
  };

  private take(person: Person) {
    const area = this.area;
    const begun = area && this.begun(area);
    if (area && begun !== null) {
      area.setRangeText(`${person.name} `, area.selectionStart - begun.length, area.selectionStart, 'end');
      area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    this.close();
  }

  private readonly close = () => {
    this.found = [];
    this.show();
    this.status.textContent = '';
  };
}

customElements.define('yj-mentions', YjMentions);
