/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];
/** The same and its opacity, 0 to 1. */
export type Rgba = readonly [...Rgb, number];

/** The colour, moved towards black or white only as far as its contrast with the ground needs it. */
export function legible(colour: Rgb, ground: Rgb, least: number): Rgb {
  const end: Rgb = contrast([0, 0, 0], ground) > contrast([255, 255, 255], ground) ? [0, 0, 0] : [255, 255, 255];
  for (let part = 0; part < 1; part += 0.05) {
    const moved = blend([...end, part], colour);
    if (contrast(moved, ground) >= least) return moved;
  }
  return end;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What a translucent colour looks like on an opaque one. */
export function blend([red, green, blue, alpha]: Rgba, under: Rgb): Rgb {
  const mix = (over: number, below: number): number => Math.round(alpha * over + (1 - alpha) * below);
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2])];
}
