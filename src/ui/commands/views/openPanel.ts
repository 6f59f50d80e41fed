import type { Rooms } from '../../commandContext.ts';

/** Shows the panel: what waits, how old it is, and how it compares. Never opened by anything but this. */
export async function openPanel(rooms: Rooms): Promise<void> {
  await rooms.openPanel();
}
