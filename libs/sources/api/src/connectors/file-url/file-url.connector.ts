import type { IncomingComment } from '@moodline/comments/api';
import { DomainError } from '@moodline/shared/http';
import {
  webAddressSchema,
  type ColumnMapping,
  type ImportField,
  type RejectedRow,
  type SourceCheck,
} from '@moodline/sources/contract';
import * as z from 'zod';
import { readCommentRow } from '../../incoming/comment-row';
import { openFile, type FileReading } from '../../import/file-reading';
import { EmptyFileError, NoRowsError } from '../../import/import.errors';
import { fileOf } from '../../import/stored-file';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import type { HttpAnswer } from '../http/source-http';
import { keyField, keyHeader, keyHeaderField } from '../key-header';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { timeZoneField } from '../time-zone';

const column = z.string().trim().max(200).default('');
const configSchema = z.object({
  url: field(webAddressSchema, {
    label: { zh: '文件地址', en: 'Address of the file', ja: 'ファイルのアドレス' },
    hint: {
      zh: 'CSV、TSV、Excel（.xlsx）、JSON 或 JSON Lines，可用 gzip 压缩；可以是表格软件"发布到网络"的 CSV 链接。',
      en: 'CSV, TSV, Excel (.xlsx), JSON or JSON Lines, also packed with gzip; also the CSV link of a spreadsheet that is published on the web.',
      ja: 'CSV、TSV、Excel（.xlsx）、JSON、JSON Lines（gzip 圧縮も可）。ウェブに公開した表計算シートの CSV リンクも使えます。',
    },
    placeholder: 'https://shop.example.com/exports/reviews.csv',
  }),
  text: field(column, {
    label: { zh: '正文所在的列', en: 'Column of the text', ja: '本文の列' },
    hint: {
      zh: '留空则与导入文件一样自动识别；以下各项相同。',
      en: 'Recognised as in an import when left empty, as those below.',
      ja: '空欄ならファイルの取り込みと同じく自動で判断します。以下の項目も同じです。',
    },
  }),
  publishedAt: field(column, { label: { zh: '时间所在的列', en: 'Column of the time', ja: '時刻の列' } }),
  externalId: field(column, { label: { zh: '编号所在的列', en: 'Column of the id', ja: 'ID の列' } }),
  timeZone: timeZoneField,
  header: keyHeaderField,
});
type FileUrlConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({ key: keyField });
type FileUrlSecrets = z.output<typeof secretsSchema>;

/** What the server said about the version that was read last. */
const cursorSchema = z.object({ etag: z.string().optional(), lastModified: z.string().optional() }).catch({});
type FileUrlCursor = z.output<typeof cursorSchema>;

const ACCEPT = 'text/csv, text/tab-separated-values, application/json, application/x-ndjson, */*;q=0.5';
const MAX_BYTES = 50_000_000;
/** Rows of one page. */
const BATCH = 1_000;

type Context = ConnectorContext<FileUrlSecrets>;

/** Reads a file on the web again and again, as an import would; an unchanged file costs one request. */
export class FileUrlConnector implements Connector<FileUrlConfig, FileUrlCursor, FileUrlSecrets> {
  readonly description: ConnectorDescription = {
    kind: 'file-url',
    title: {
      zh: '网络上的文件（CSV 等）',
      en: 'File on the web (CSV and others)',
      ja: 'ウェブ上のファイル（CSV など）',
    },
    about: {
      zh: '定时读取一个地址上的 CSV、TSV、Excel（.xlsx）、JSON 或 JSON Lines 文件（可为 .gz），识别方式与导入相同。',
      en: 'Reads a CSV, TSV, Excel (.xlsx), JSON or JSON Lines file (also .gz) at an address on a schedule, understood as in an import.',
      ja: '指定したアドレスの CSV、TSV、Excel（.xlsx）、JSON、JSON Lines のファイル（.gz も可）を定期的に読み取ります。形式の判別はインポートと同じです。',
    },
    terms: {
      zh: '遵守 robots.txt；文件不变时不重复下载；最大 50 MB。',
      en: 'robots.txt is honoured; an unchanged file is not sent again; 50 MB at most.',
      ja: 'robots.txt を守ります。変わっていないファイルは再取得しません。最大 50 MB です。',
    },
    docs: 'https://www.rfc-editor.org/rfc/rfc4180',
    backfill: false,
    schedule: 'hourly',
    access: 'pages',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = cursorSchema;

  async check(config: FileUrlConfig, context: Context): Promise<SourceCheck> {
    const comments: IncomingComment[] = [];
    for await (const page of this.fetchSince(config, {}, context)) comments.push(...page.comments);
    return {
      title: new URL(config.url).pathname.split('/').at(-1) || null,
      items: comments.length,
      preview: previewOf(comments),
    };
  }

  async *fetchSince(
    config: FileUrlConfig,
    cursor: FileUrlCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<FileUrlCursor>> {
    const answer = await context.http.fetch(config.url, {
      headers: { accept: ACCEPT, ...keyHeader(config.header, context.secrets.key) },
      validators: cursor,
      maxBytes: MAX_BYTES,
    });
    if (answer.notModified) return yield { rows: 0, comments: [], cursor, notModified: true };
    const reading = await open(answer, inZone(config, context), context.now());
    if (!reading) return yield { rows: 0, comments: [], cursor: answer.validators };
    // Only when all of it is stored was this version read.
    let page: SourcePage<FileUrlCursor> | null = null;
    try {
      for await (const batch of batches(reading)) {
        if (page) yield page;
        page = { ...batch, cursor };
      }
    } finally {
      await reading.close();
    }
    yield { ...(page ?? { rows: 0, comments: [] }), cursor: answer.validators };
  }
}

const inZone = (config: FileUrlConfig, { timeZone }: Pick<ConnectorContext<unknown>, 'timeZone'>) => ({
  ...config,
  timeZone: config.timeZone || timeZone,
});

/** @returns null for a file with nothing in it, or with a header only */
async function open(answer: HttpAnswer, config: FileUrlConfig, now: Date): Promise<FileReading | null> {
  try {
    return await openFile(fileOf(answer.body), {
      mapping: mappingOf(config),
      timeZone: config.timeZone,
      now: new Date(now.getTime() + 1e12),
    });
  } catch (error) {
    if (error instanceof EmptyFileError || error instanceof NoRowsError) return null;
    if (error instanceof DomainError)
      throw new SourceError(error.code, /[.!?]$/.test(error.message) ? error.message : `${error.message}.`);
    throw error;
  }
}

async function* batches({ rows, plan }: FileReading): AsyncGenerator<Omit<SourcePage<FileUrlCursor>, 'cursor'>> {
  let comments: IncomingComment[] = [];
  let rejected: RejectedRow[] = [];
  for await (const records of rows()) {
    for (const record of records) {
      const row = readCommentRow(record, plan);
      if ('comment' in row) comments.push(row.comment);
      else rejected.push({ line: row.line, ...row.problem });
      if (comments.length + rejected.length < BATCH) continue;
      yield { rows: BATCH, comments, rejected };
      comments = [];
      rejected = [];
    }
  }
  if (comments.length + rejected.length) yield { rows: comments.length + rejected.length, comments, rejected };
}

function mappingOf(config: FileUrlConfig): ColumnMapping {
  const chosen = ['text', 'publishedAt', 'externalId'] as const satisfies readonly ImportField[];
  return Object.fromEntries(chosen.flatMap((name) => (config[name] ? [[name, config[name]]] : [])));
}
