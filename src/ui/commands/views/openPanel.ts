import type { CommandContext } from '../../commandContext.ts';

/** Shows the panel: what waits, how old it is, and how it compares. Never opened by anything but this. */
export async function openPanel(context: CommandContext): Promise<void> {
  await context.openPanel();
}
