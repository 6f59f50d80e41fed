import type { Frame } from '@playwright/test';

/**
 * The texts and marks of a page of ours that stand out too little from what is behind them, one line each: less than
 * 4.5 : 1 for text and 3 : 1 for marks (WCAG 2.2, 1.4.3 and 1.4.11). What only guides the eye is left out: the grid of a
 * chart, its shades, and rules between rows.
 */
export async function lowContrasts(frame: Frame): Promise<string[]> {
  return frame.evaluate(`(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const rgba = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = ([red, green, blue, alpha], ground) =>
      [red, green, blue].map((value, index) => alpha * value + (1 - alpha) * ground[index]);
    const luminance = (colour) => {
      const [red, green, blue] = colour.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [a, b] = [luminance(one), luminance(other)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const page = over(rgba(getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background')), [255, 255, 255]);
    const groundOf = (element) => {
      const grounds = [];
      for (let at = element; at !== null; at = at.parentElement) grounds.push(rgba(getComputedStyle(at).backgroundColor));
      return grounds.reverse().reduce((ground, colour) => over(colour, ground), page);
    };
    const isSeen = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width + height > 2 &&
        element.closest('.unseen, :disabled, option') === null;
    };
    const found = new Set();
    let checked = 0;
    const check = (what, colour, ground, least) => {
      checked++;
      const ratio = contrast(over(colour, ground), ground);
      if (ratio < least) found.add(what + ': ' + ratio.toFixed(2));
    };
    const nameOf = (element) => element.tagName.toLowerCase() + '.' + (element.getAttribute('class') ?? '').trim().replaceAll(/\\s+/g, '.');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const element = text.parentElement;
      if (text.data.trim() === '' || !isSeen(element) || element.closest('script, style') !== null) continue;
      const inChart = element.closest('svg.drawing') !== null;
      const bar = element.closest('.heap')?.querySelector('rect');
      const ground = bar ? over(rgba(getComputedStyle(bar).fill), page) : groundOf(inChart ? element.closest('div') : element);
      const style = getComputedStyle(element);
      check(nameOf(element) + ' “' + text.data.trim().slice(0, 30) + '”', rgba(inChart ? style.fill : style.color), ground, 4.5);
    }
    const marks = 'svg.drawing :is(path, rect, circle, line):not(.grid, .zone, .area, .week)';
    for (const mark of document.querySelectorAll(marks)) {
      if (!isSeen(mark)) continue;
      const style = getComputedStyle(mark);
      const colours = [style.fill, style.stroke].filter((colour) => colour !== 'none').map(rgba).filter(([,,, alpha]) => alpha > 0);
      const zones = [...mark.closest('svg').querySelectorAll('.zone')].map((zone) => {
        const { fill, fillOpacity } = getComputedStyle(zone);
        return fill === 'none' ? page : over([...rgba(fill).slice(0, 3), Number(fillOpacity)], page);
      });
      for (const ground of [page, ...zones]) {
        const best = colours.toSorted((a, b) => contrast(over(b, ground), ground) - contrast(over(a, ground), ground))[0];
        if (best !== undefined) check(nameOf(mark), best, ground, 3);
      }
    }
    for (const icon of document.querySelectorAll('svg.icon')) {
      if (isSeen(icon)) check(nameOf(icon), rgba(getComputedStyle(icon).fill), groundOf(icon), 3);
    }
    for (const dotted of document.querySelectorAll('.late, .brief.over')) {
      if (isSeen(dotted)) check('dot of ' + nameOf(dotted), rgba(getComputedStyle(dotted, '::before').backgroundColor), groundOf(dotted), 3);
    }
    for (const field of document.querySelectorAll('input.words, select, .tile')) {
      if (isSeen(field)) check('edge of ' + nameOf(field), rgba(getComputedStyle(field).borderTopColor), groundOf(field.parentElement), 3);
    }
    for (const tab of document.querySelectorAll('[aria-selected=true]')) {
      check('line below ' + nameOf(tab), rgba(getComputedStyle(tab).borderBottomColor), groundOf(tab), 3);
    }
    for (const field of document.querySelectorAll('input.words')) {
      check('placeholder', rgba(getComputedStyle(field, '::placeholder').color), groundOf(field), 4.5);
    }
    if (checked < 30) found.add('only ' + checked + ' texts and marks are here');
    return [...found];
  })()`);
}
