import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';

/** Copies text; where the clipboard is closed to the panel, its host does it. Only ever on the person's act. */
export async function copyText(session: Session, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    session.wish({ type: 'copyText', text });
  }
  session.say(t('Copied as Markdown.'));
}

const margin = 24;
/** Twice as many pixels as points, so that it stays sharp in a document. */
const sharpness = 2;

/** Copies a chart as a picture, with its heading and its sentence; where pictures cannot be copied, it is saved. */
export async function copyPicture(session: Session, section: Element, heading: string, summary: string): Promise<void> {
  const drawing = section.querySelector('svg.drawing');
  if (!(drawing instanceof SVGSVGElement)) return;
  const picture = await paint(drawing, heading, summary);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (blob === null) {
    session.say(t('The picture could not be made: it is too large.'));
    return;
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    session.say(t('Copied as a picture.'));
  } catch {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    session.wish({
      type: 'savePicture',
      name: `pacesetter ${heading.toLowerCase()}`.replaceAll(/[^\w ,-]/g, ''),
      base64,
    });
  }
}

async function paint(drawing: SVGSVGElement, heading: string, summary: string): Promise<HTMLCanvasElement> {
  const body = getComputedStyle(document.body);
  const [width, height] = [drawing.width.baseVal.value, drawing.height.baseVal.value];
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return canvas;
  const font = body.fontFamily;
  pen.font = `13px ${font}`;
  const lines = wrapped(summary, width, (text) => pen.measureText(text).width);
  const top = margin + 26 + lines.length * 19 + 8;
  canvas.width = (width + 2 * margin) * sharpness;
  canvas.height = (top + height + margin) * sharpness;
  pen.scale(sharpness, sharpness);
  pen.fillStyle = body.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = body.color;
  pen.font = `600 16px ${font}`;
  pen.fillText(heading, margin, margin + 14);
  pen.font = `13px ${font}`;
  for (const [index, line] of lines.entries()) pen.fillText(line, margin, margin + 40 + index * 19);
  pen.drawImage(await imageOf(drawing), margin, top, width, height);
  return canvas;
}

function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** What a look is made of; a picture has no style sheet, so each is written on the shape itself. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
] as const;

async function imageOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = [...copy.querySelectorAll('*')];
  for (const [index, shape] of [...drawing.querySelectorAll('*')].entries()) {
    const computed = getComputedStyle(shape);
    for (const look of looks) copies[index]?.setAttribute(look, computed.getPropertyValue(look));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
