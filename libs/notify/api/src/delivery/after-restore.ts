/**
 * What becomes of deliveries that waited when a backup was made: they may have gone out since, so they are not sent by themselves. A person
 * sees them in the log of the channel, with a button.
 */
export const DELIVERIES_AFTER_RESTORE = `
  UPDATE delivery
  SET state = 'uncertain', finished_at = now(), holder = NULL, lease_until = NULL, error_code = 'delivery-uncertain',
    error_message = 'It waited when the backup was made and may have been sent since. It was not sent again.'
  WHERE state IN ('queued', 'taken', 'sending')`;
