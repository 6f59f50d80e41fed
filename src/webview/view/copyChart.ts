import { t } from '../../core/text/translate.ts';
import { wrapped } from '../charts/wrapped.ts';
import type { Session } from '../state/session.ts';

/** Copies text; without access to the clipboard, the host copies it. Called only on a person's click. */
export async function copyText(session: Session, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    session.announce(t('Copied as Markdown.'));
  } catch {
    session.sendRequest({ type: 'copyText', text });
  }
}

const margin = 24;
/** Canvas pixels per CSS pixel, so that the picture is sharp in a document. */
const pixelRatio = 2;

/** Copies a chart with heading and summary as a PNG; if the clipboard refuses it, the host saves it to a file. */
export async function copyPicture(session: Session, section: Element, heading: string, summary: string): Promise<void> {
  const drawing = section.querySelector('svg.drawing');
  if (!(drawing instanceof SVGSVGElement)) return;
  const blob = await pictureOf(drawing, heading, summary).catch(() => null);
  if (blob === null) {
    session.announce(t('The picture could not be made: it is too large.'));
    return;
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    session.announce(t('Copied as a picture.'));
  } catch {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    session.sendRequest({
      type: 'savePicture',
      name: `pacesetter ${heading.toLowerCase()}`.replaceAll(/[^\w ,-]/g, ''),
      base64,
    });
  }
}

async function pictureOf(drawing: SVGSVGElement, heading: string, summary: string): Promise<Blob | null> {
  const canvas = await paint(drawing, heading, summary);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

async function paint(drawing: SVGSVGElement, heading: string, summary: string): Promise<HTMLCanvasElement> {
  const body = getComputedStyle(document.body);
  const [width, height] = [drawing.width.baseVal.value, drawing.height.baseVal.value];
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const font = body.fontFamily;
  context.font = `13px ${font}`;
  const lines = wrapped(summary, width, (text) => context.measureText(text).width);
  const top = margin + 26 + lines.length * 19 + 8;
  canvas.width = (width + 2 * margin) * pixelRatio;
  canvas.height = (top + height + margin) * pixelRatio;
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = body.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = body.color;
  context.font = `600 16px ${font}`;
  context.fillText(heading, margin, margin + 14);
  context.font = `13px ${font}`;
  for (const [index, line] of lines.entries()) context.fillText(line, margin, margin + 40 + index * 19);
  context.drawImage(await imageOf(drawing), margin, top, width, height);
  return canvas;
}

/** The CSS properties copied onto each shape, because a standalone SVG has no style sheet. */
const styleProperties = [
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
    for (const property of styleProperties) {
      copies[index]?.setAttribute(property, computed.getPropertyValue(property));
    }
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
