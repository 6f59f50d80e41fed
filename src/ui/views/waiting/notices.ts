import type { LogNotice } from '../../../core/log/notices.ts';
import { commandIds } from '../../commandIds.ts';
import type { Services } from '../../commandContext.ts';
import { NoticeNode } from './nodes.ts';

/** One line for each problem of the log or the settings, with one thing to do about it. Empty if all is well. */
export function noticesOf({
  feed,
  settings,
  requests,
}: Pick<Services, 'feed' | 'settings' | 'requests'>): NoticeNode[] {
  const complaints = settings.complaints.map(
    (complaint) => new NoticeNode(complaint, 'workbench.action.openSettings', ['pacesetter']),
  );
  return [
    ...(feed.store?.notices() ?? []).map(nodeOf),
    ...complaints,
    ...requests.lines.map((line) => new NoticeNode(line.sentence, line.command, line.commandArguments)),
  ];
}

/** A click on the notice runs the command of its action. */
function nodeOf({ sentence, action, details }: LogNotice): NoticeNode {
  return action === 'openLine'
    ? new NoticeNode(sentence, commandIds.openLog, [0], details)
    : new NoticeNode(sentence, commandIds[action], [], details);
}
