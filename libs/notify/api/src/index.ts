export { DELIVERIES_AFTER_RESTORE } from './delivery/after-restore';
export { DeliveryRepository, type Outgoing } from './delivery/delivery.repository';
export { Letters, type Letter, type LetterMail, type MailPart } from './delivery/letters';
export * from './notify.module';
