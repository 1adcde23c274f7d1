import { SaxesParser } from 'saxes';
import { BinaryFileError } from './import.errors';
import { TimeSlices } from './time-slices';

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is done with the parts of an XML file as they come. Names are without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(value: string): void;
}

/** Reads XML in slices. @param between called after each piece @throws BinaryFileError for what is no XML, or has a document type */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  const slices = new TimeSlices();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => handler.open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => handler.close?.(local(name)));
  parser.on('text', (value) => handler.text?.(value));
  parser.on('cdata', (value) => handler.text?.(value));
  parser.on('doctype', () => {
    throw new BinaryFileError('a workbook that refers to things outside of it');
  });
  parser.on('error', () => {
    throw new BinaryFileError('a workbook that is damaged');
  });
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += 16_384) {
      parser.write(decoder.decode(chunk.subarray(start, start + 16_384), { stream: true }));
      await slices.pause();
    }
    await between();
  }
  parser.write(decoder.decode()).close();
  await between();
}
