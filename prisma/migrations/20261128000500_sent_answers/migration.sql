-- AlterTable
ALTER TABLE "support_answer" ADD COLUMN     "sending_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_link" TEXT,
ADD COLUMN     "sent_through" TEXT;
