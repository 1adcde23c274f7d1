import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@moodline/shared/contract';
import type { Request, Response } from 'express';
import { DomainError } from './domain-error';

/** Answers every error in one shape; what is not a known error is logged whole and answered as a neutral 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const correlationId = String(request.headers['x-correlation-id'] ?? randomUUID()).slice(0, 64);
    const { status, code, message, details } = this.describe(error, correlationId);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(status).json({ code, message, correlationId, details } satisfies Problem);
  }

  private describe(
    error: unknown,
    correlationId: string,
  ): { status: number; code: string; message: string; details?: unknown } {
    if (error instanceof DomainError) return error;
    if (error instanceof HttpException) return describeHttp(error);
    if (isTooLarge(error)) return { status: 413, code: 'too-large', message: 'The request is too large.' };
    if (isOf(TOO_LONG, error))
      return {
        status: 503,
        code: 'takes-too-long',
        message:
          'Counting this takes too long. Choose a shorter period or fewer filters; words that are asked for often are counted beforehand when a monitor follows them.',
      };
    if (isOf(UNSTORABLE, error))
      return {
        status: 400,
        code: 'invalid-input',
        message: 'The request holds a number or a text that the database cannot hold. Nothing was changed.',
      };
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(`[${correlationId}] ${text}`);
    return {
      status: 500,
      code: 'internal',
      message: `Something went wrong here. Nothing that was stored is lost. The log explains it under ${correlationId}.`,
    };
  }
}

function describeHttp(error: HttpException) {
  const status = error.getStatus();
  const codes: Record<number, string> = {
    400: 'bad-request',
    401: 'sign-in-needed',
    403: 'forbidden',
    404: 'not-found',
    405: 'method-not-allowed',
    413: 'too-large',
    415: 'unsupported-type',
    429: 'too-many-requests',
  };
  return { status, code: codes[status] ?? 'http', message: error.message };
}

/** SQL states of a value that came from outside: a number out of range, and bytes that are no text (NUL). */
const UNSTORABLE: readonly unknown[] = ['22003', '22021'];

/** SQL state of a statement that was ended because it took longer than it may. */
const TOO_LONG: readonly unknown[] = ['57014'];

/** Whether the database ended a statement with one of these states. Prisma hands the state over in `meta`, or inside the error of the driver. */
function isOf(states: readonly unknown[], error: unknown): boolean {
  const { meta } = (error ?? {}) as {
    meta?: { code?: unknown; driverAdapterError?: { cause?: Record<string, unknown> } };
  };
  const cause = meta?.driverAdapterError?.cause;
  return [meta?.code, cause?.['originalCode'], cause?.['code']].some((state) => states.includes(state));
}

const isTooLarge = (error: unknown): boolean => (error as { type?: string } | null)?.type === 'entity.too.large';
