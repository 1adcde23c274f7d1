export { DeliveryRepository, type Outgoing } from './delivery/delivery.repository';
export * from './notify.module';
