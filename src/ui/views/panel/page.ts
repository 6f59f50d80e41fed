/** The addresses the page of the panel is made of. */
export interface PageParts {
  /** Where the webview's own files come from. */
  readonly source: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly language: string;
  readonly title: string;
}

/**
 * The page the panel starts from. Nothing of the log is in it: that comes by message and is drawn as text. Only the
 * script with this nonce runs, and only files of this extension are loaded.
 */
export function panelPage({ source, nonce, script, style, language, title }: PageParts): string {
  const rules = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    // A chart becomes a picture by way of a data address.
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
<main></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
