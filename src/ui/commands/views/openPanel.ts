import type { CommandContext } from '../../commandContext.ts';

/** Shows the panel: what waits, how old it is, and how it compares. Nothing but this command opens it. */
export async function openPanel(context: CommandContext): Promise<void> {
  await context.panels.openPanel();
}
