// What a picture must not show: a page wider than its window, cut text, a primary action out of reach.
import type { Page } from 'playwright-core';

/** Faults of the page as it stands, in French, none when all is well. Runs in the page. */
export function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`page plus large que la fenêtre (${root.scrollWidth} pour ${root.clientWidth})`);
    // The window never scrolls: only panes do. What hides below it also counts when the focus can bring it up.
    if (root.scrollHeight > innerHeight)
      faults.push(`page plus haute que la fenêtre (${root.scrollHeight} pour ${innerHeight})`);
    const seen = (element: Element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // One pixel: a text for screen readers only.
      return box.width > 1 && box.height > 1 && style.visibility === 'visible' && style.opacity !== '0';
    };
    const words = (element: Element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? '')
        .join(' ')
        .trim();
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const text = words(element);
      // The text of a curve is drawn, not laid out.
      if (text === '' || element instanceof SVGElement || !seen(element)) continue;
      const style = getComputedStyle(element);
      // A line that says it is cut (three dots) or that scrolls is meant.
      const meant =
        style.textOverflow === 'ellipsis' ||
        style.overflowX === 'auto' ||
        style.overflowX === 'scroll' ||
        style.display === 'inline';
      if (!meant && element.scrollWidth > element.clientWidth + 1)
        faults.push(`texte coupé : « ${text.slice(0, 60)} » (${element.scrollWidth} pour ${element.clientWidth})`);
    }
    for (const button of document.querySelectorAll<HTMLElement>('button[class*="primary"]')) {
      if (!seen(button)) continue;
      const box = button.getBoundingClientRect();
      const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 0.5 && box.bottom <= innerHeight + 0.5;
      if (!inside) faults.push(`action principale hors de la fenêtre : « ${button.innerText.trim().slice(0, 40)} »`);
    }
    return faults;
  });
}
