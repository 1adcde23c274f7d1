import { modelChoiceInputSchema, type ChosenModel, type ModelChoiceInput } from '@moodline/language-model/contract';

/** What the form holds: the fields of all kinds, so that going back and forth between them loses nothing. */
export interface FormValues {
  kind: ModelChoiceInput['kind'];
  modelId: string;
  dtype: 'q4' | 'q8' | 'fp32';
  mirror: string;
  path: string;
  baseUrl: string;
  model: string;
  key: string;
  concurrency: number;
}

export const EMPTY_FORM: FormValues = {
  kind: 'bundled',
  modelId: '',
  dtype: 'q4',
  mirror: '',
  path: '',
  baseUrl: '',
  model: '',
  key: '',
  concurrency: 4,
};

export type ReadForm = { readonly choice: ModelChoiceInput } | { readonly wrong: readonly string[] };

/** The form for a stored choice. A key is never shown: its field is empty. */
export function formOf({ choice }: ChosenModel): FormValues {
  switch (choice.kind) {
    case 'bundled':
      return EMPTY_FORM;
    case 'hub':
      return { ...EMPTY_FORM, ...choice, mirror: choice.mirror ?? '' };
    case 'folder':
    case 'server':
      return { ...EMPTY_FORM, ...choice };
  }
}

/**
 * The choice in a form, or the fields that cannot be right.
 * @param removeKey whether a stored key is to be forgotten
 */
export function choiceOf(values: FormValues, removeKey: boolean): ReadForm {
  const { kind, modelId, dtype, mirror, path, baseUrl, model, key, concurrency } = values;
  const typedKey = key.trim() ? { key } : removeKey ? { key: null } : {};
  const given = {
    bundled: { kind },
    hub: { kind, modelId, dtype, mirror: mirror.trim() || null },
    folder: { kind, path, dtype },
    server: { kind, baseUrl, model, concurrency: Number(concurrency), ...typedKey },
  }[kind];
  const read = modelChoiceInputSchema.safeParse(given);
  return read.success ? { choice: read.data } : { wrong: read.error.issues.map(({ path: [field] }) => String(field)) };
}

/** The host that a typed address leads to, unless it is this machine or no address yet. */
export function typedHost(baseUrl: string): string | null {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const here =
    url.hostname === 'localhost' ||
    url.hostname.endsWith('.localhost') ||
    /^127(\.\d+){3}$/.test(url.hostname) ||
    url.hostname === '[::1]';
  return here ? null : url.host;
}
