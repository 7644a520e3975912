/** A stretch of a paper that a person selected: blocks by their number, places by the signs before them. */
export interface Selected {
  fromBlock: number;
  from: number;
  toBlock: number;
  to: number;
}

/** What is selected of the papers within an element, or null where that is nothing. */
export function selectedIn(root: Element): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const start = place(root, range.startContainer, range.startOffset);
  const end = place(root, range.endContainer, range.endOffset);
  return start && end ? { fromBlock: start.block, from: start.at, toBlock: end.block, to: end.at } : null;
}

function place(root: Element, node: Node, offset: number) {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-block]');
  if (!block || !root.contains(block)) {
    return null;
  }
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return { block: Number(block.dataset.block), at: before.toString().length };
}
