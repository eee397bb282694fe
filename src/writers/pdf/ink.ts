import { type Color, rgb } from '@cantoo/pdf-lib';

/** "#rrggbb" as a colour. Anything else is black. */
export function inkOf(hex: string): Color {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)?.slice(1) ?? [];
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => Number.parseInt(channel, 16) / 255);
  return rgb(red, green, blue);
}
