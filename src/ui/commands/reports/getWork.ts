import { buildWorkBoard, type WorkBoard } from '../../../core/assignments/workBoard.ts';
import { computeWorkFigures, type WorkFigures } from '../../../core/assignments/workFigures.ts';
import { getFiguresArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { boardAsOf } from './boardAsOf.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Priorities, assignments and drafts as the views show them, with their figures. */
export async function getWork(
  context: CommandContext,
  argument: unknown,
): Promise<WorkBoard & { figures: WorkFigures }> {
  const { today } = parseArguments(commandIds.getWork, getFiguresArguments, argument ?? {});
  const { board, source } = await boardAsOf(context, today);
  const { policy } = context.settings;
  const work = buildWorkBoard(source, board, policy);
  return { ...structuredClone(work), figures: computeWorkFigures(work, board, policy.calendar) };
}
