/** The shared tooltip of the charts. Hidden from screen readers, which read the same text from the point's label. */
let box: HTMLElement | undefined;

export function showTip(target: Element, text: string): void {
  if (box === undefined) {
    box = document.createElement('div');
    box.className = 'tip';
    box.setAttribute('aria-hidden', 'true');
    document.querySelector('main')?.after(box);
  }
  box.textContent = text;
  box.hidden = false;
  const at = target.getBoundingClientRect();
  const [width, height] = [box.offsetWidth, box.offsetHeight];
  const left = Math.max(
    4,
    Math.min(at.left + at.width / 2 - width / 2, document.documentElement.clientWidth - width - 4),
  );
  const above = at.top - height - 6;
  // Set through the DOM, because the page's content security policy forbids style attributes.
  box.style.left = `${left + window.scrollX}px`;
  box.style.top = `${(above < 0 ? at.bottom + 6 : above) + window.scrollY}px`;
}

export function hideTip(): void {
  if (box !== undefined) box.hidden = true;
}
