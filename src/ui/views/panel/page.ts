/** What the HTML of the panel is built from. */
export interface PageParts {
  /** CSP source of the webview's own files. */
  readonly source: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly language: string;
  readonly title: string;
  /** What the script draws. */
  readonly tab: 'panel' | 'page';
}

/**
 * The initial HTML of the panel. It holds nothing of the log: that comes by message and is rendered as text. The
 * content security policy runs only the script with this nonce and loads only files of this extension.
 */
export function panelPage({ source, nonce, script, style, language, title, tab }: PageParts): string {
  const rules = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    // Saving a chart as a picture goes through a data URI.
    `img-src data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${rules}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main data-tab="${tab}"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
