import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  role?: string;
  children?: Node[];
}

const rolesOf = (node: Node): string[] => [
  ...(node.role === undefined ? [] : [node.role]),
  ...(node.children ?? []).flatMap(rolesOf),
];

/** What a reader's program finds in a document: its marks as an archive, its structure, its text. */
export async function readPdf(bytes: Uint8Array) {
  // The reader keeps the bytes it is given.
  const raw = Buffer.from(bytes).toString('latin1');
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  try {
    const roles: string[] = [];
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const tree = await page.getStructTree();
      roles.push(...(tree === null ? [] : rolesOf(tree as Node)));
      const { items } = await page.getTextContent();
      text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    }
    const { info, metadata } = await document.getMetadata();
    const { Title, Language } = info as { Title?: string; Language?: string };
    // Declared as an object, given as a map.
    const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
    return {
      title: Title,
      language: Language,
      pages: document.numPages,
      marked: marks?.get('Marked') ?? false,
      xmp: {
        part: metadata?.get('pdfaid:part') as unknown,
        conformance: metadata?.get('pdfaid:conformance') as unknown,
        created: metadata?.get('xmp:createdate') as unknown,
      },
      roles,
      text,
      fonts: [
        ...new Set([...raw.matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([\w.-]+)/gu)].map((match) => match[1] ?? '')),
      ].toSorted(),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}
