import { blend, legible, type Rgb, type Rgba } from './colour.ts';

/**
 * The colours of the panel: those of the theme where they can be told from their ground, else moved towards black or white
 * until they can. Themes choose their colours for other places: the orange of their charts is nearly white on white in two
 * that VS Code ships.
 */
interface Colour {
  /** Custom property that the style sheet uses. */
  readonly name: `--${string}`;
  /** Variables of the theme; the first that is set counts. */
  readonly from: readonly string[];
  /** What it stands on. Default: the panel itself. */
  readonly on?: readonly string[];
  /** Least contrast by WCAG 2.2: 3 for marks (1.4.11), 4.5 for text (1.4.3). */
  readonly contrast: number;
}

const marks = 3;
const text = 4.5;

/** Opacity of the strongest shade behind the marks of a chart, as in the style sheet. */
const darkestZone = 0.06;

const colours: readonly Colour[] = [
  { name: '--text', from: ['foreground', 'editor-foreground'], contrast: text },
  { name: '--faint', from: ['descriptionForeground', 'foreground'], contrast: text },
  { name: '--link', from: ['textLink-foreground', 'foreground'], contrast: text },
  { name: '--item', from: ['charts-blue', 'foreground'], on: ['--zone'], contrast: marks },
  {
    name: '--late',
    from: ['charts-orange', 'editorWarning-foreground', 'foreground'],
    on: ['--zone'],
    contrast: marks,
  },
  { name: '--good', from: ['charts-green', 'foreground'], on: ['--zone'], contrast: marks },
  { name: '--bad', from: ['charts-red', 'errorForeground', 'foreground'], on: ['--zone'], contrast: marks },
  { name: '--silence', from: ['charts-purple', 'foreground'], on: ['--zone'], contrast: marks },
  {
    name: '--axis',
    from: ['disabledForeground', 'descriptionForeground', 'foreground'],
    on: ['--zone'],
    contrast: marks,
  },
  { name: '--edge', from: ['input-border', 'dropdown-border', 'widget-border', 'foreground'], contrast: marks },
  { name: '--focus', from: ['focusBorder', 'foreground'], contrast: marks },
  { name: '--on-late', from: ['editor-background'], on: ['--late'], contrast: text },
  { name: '--on-primary', from: ['button-foreground'], on: ['button-background'], contrast: text },
  {
    name: '--on-secondary',
    from: ['button-secondaryForeground', 'foreground'],
    on: ['button-secondaryBackground'],
    contrast: text,
  },
  { name: '--on-input', from: ['input-foreground', 'foreground'], on: ['input-background'], contrast: text },
  {
    name: '--on-input-faint',
    from: ['input-placeholderForeground', 'descriptionForeground'],
    on: ['input-background'],
    contrast: text,
  },
  { name: '--on-select', from: ['dropdown-foreground', 'foreground'], on: ['dropdown-background'], contrast: text },
  { name: '--on-hover', from: ['foreground'], on: ['list-hoverBackground'], contrast: text },
  { name: '--on-selected', from: ['foreground'], on: ['list-inactiveSelectionBackground'], contrast: text },
  {
    name: '--on-tip',
    from: ['editorHoverWidget-foreground', 'foreground'],
    on: ['editorHoverWidget-background'],
    contrast: text,
  },
];

/** Sets the colours, now and whenever the theme changes. */
export function keepColoursLegible(): void {
  setColours();
  const observer = new MutationObserver(setColours);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
}

function setColours(): void {
  const theme = getComputedStyle(document.documentElement);
  const found = new Map<string, Rgb>();
  const base = rgbaOf(theme.getPropertyValue('--vscode-editor-background')) ?? [128, 128, 128, 1];
  const colourOf = (names: readonly string[], under: Rgb): Rgb => {
    for (const name of names) {
      const own = found.get(name);
      if (own !== undefined) return own;
      const rgba = rgbaOf(theme.getPropertyValue(`--vscode-${name}`));
      if (rgba !== undefined) return blend(rgba, under);
    }
    return under;
  };
  const panel: Rgb = [base[0], base[1], base[2]];
  // The darkest shade behind the marks of a chart.
  const foreground = colourOf(['foreground'], panel);
  found.set('--zone', blend([...foreground, darkestZone], panel));
  for (const { name, from, on = [], contrast: least } of colours) {
    const ground = colourOf(on, panel);
    const colour = legible(colourOf(from, ground), ground, least);
    found.set(name, colour);
    document.body.style.setProperty(name, `rgb(${colour.join(' ')})`);
  }
}

/** Any CSS colour in numbers, through a canvas; undefined for a variable that is not set. */
function rgbaOf(colour: string): Rgba | undefined {
  if (colour.trim() === '') return undefined;
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null) return undefined;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
