import { DOCUMENT_LIMITS } from '@moodline/assistants/contract';
import { DomainError } from '@moodline/shared/http';

/** A file without a single byte, or with nothing but spaces. */
export class DocumentEmptyError extends DomainError {
  constructor() {
    super('document-empty', 'The file has no words in it. Nothing was added.');
  }
}

/** No Markdown, text, PDF or DOCX. */
export class DocumentKindError extends DomainError {
  constructor(readonly what: string) {
    super(
      'document-kind',
      `The file is ${what}. Markdown, text, PDF and DOCX can be read: save it as one of these, then add that.`,
      400,
      { what },
    );
  }
}

/** Opens with a password only. */
export class DocumentEncryptedError extends DomainError {
  constructor() {
    super(
      'document-encrypted',
      'The file is protected with a password, so it cannot be read. Save it without one, then add it again.',
    );
  }
}

/** Begins like a PDF or DOCX and does not go on like one. */
export class DocumentBrokenError extends DomainError {
  constructor() {
    super(
      'document-broken',
      'The file is damaged and cannot be read. Open it in the program that made it, save it anew, then add that.',
    );
  }
}

/** Pictures of pages, without a word that a program could read. */
export class DocumentWithoutTextError extends DomainError {
  constructor(pages: number) {
    super(
      'document-without-text',
      `The PDF has ${pages} pages and no text on any of them: it was probably scanned. Run text recognition (OCR) on it, then add that.`,
      400,
      { pages },
    );
  }
}

export type TooLarge = 'bytes' | 'pages' | 'characters' | 'unpacked';

const TOO_LARGE: Readonly<Record<TooLarge, string>> = {
  bytes: `The file is larger than ${DOCUMENT_LIMITS.bytes / 1_000_000} MB.`,
  pages: `The file has more than ${DOCUMENT_LIMITS.pages} pages.`,
  characters: `The file has more than ${DOCUMENT_LIMITS.characters / 1_000_000} million characters of text.`,
  unpacked: 'The file unpacks to far more than a document has.',
};

export class DocumentTooLargeError extends DomainError {
  constructor(readonly what: TooLarge) {
    super('document-too-large', `${TOO_LARGE[what]} Split it, then add the parts. Nothing was added.`, 413, { what });
  }
}

/** Reading took longer, or more memory, than a document needs. */
export class DocumentTooHardError extends DomainError {
  constructor() {
    super(
      'document-too-hard',
      'The file took too long, or too much memory, to read, so it was given up. Save it anew or split it, then add that.',
    );
  }
}

/** The workspace has as much as it may. */
export class DocumentQuotaError extends DomainError {
  constructor(what: 'documents' | 'characters') {
    const most = what === 'documents' ? DOCUMENT_LIMITS.documents : DOCUMENT_LIMITS.charactersOfAll / 1_000_000;
    super(
      'document-quota',
      what === 'documents'
        ? `There are ${most} documents already. Remove one first.`
        : `All documents together may have ${most} million characters, which this one would exceed. Remove one first.`,
      409,
      { what, most },
    );
  }
}

/** Can be kept no more. */
export class DocumentGoneError extends DomainError {
  constructor() {
    super(
      'document-gone',
      'The document is gone: ten minutes have passed since it was removed. Add the file again.',
      410,
    );
  }
}

/** The body was read as something else than a file. */
export class DocumentBodyError extends DomainError {
  constructor() {
    super('document-body', 'Send the file as it is, with Content-Type: application/octet-stream.', 415);
  }
}
