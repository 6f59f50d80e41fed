import check from '@vscode/codicons/src/icons/check.svg';
import ellipsis from '@vscode/codicons/src/icons/ellipsis.svg';
import gitPullRequest from '@vscode/codicons/src/icons/git-pull-request.svg';
import organization from '@vscode/codicons/src/icons/organization.svg';
import pause from '@vscode/codicons/src/icons/debug-pause.svg';
import reply from '@vscode/codicons/src/icons/reply.svg';
import { nothing, svg, type TemplateResult } from 'lit/html.js';

/** VS Code's icons as SVG paths: these few take a hundredth of the size of the icon font. */
const icons = { check, ellipsis, gitPullRequest, organization, pause, reply };

export type IconName = keyof typeof icons;

/** Of what is asked on another system: of the leader, or of a team. Words beside it say the same. */
export function requestIcon({ offers }: { readonly offers: string }): TemplateResult | typeof nothing {
  const words = offers.split(' ');
  if (!words.includes('elsewhere')) return nothing;
  return icon(words.includes('ofTeam') ? 'organization' : 'gitPullRequest');
}

export function icon(name: IconName): TemplateResult {
  const [, path = ''] = /\bd="([^"]+)"/.exec(icons[name]) ?? [];
  return svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${path}></path></svg>`;
}
