/** So many different texts are told apart; after that, equal ones count as the same. */
const MOST = 5_000_000;

/**
 * The place of a row among those of a file that are equal in everything that is known of them. Of comments that only tell their day,
 * three times "Love it!" are three people; the same file brought again has the same places, so nothing is doubled.
 */
export class DayPlaces {
  private readonly seen = new Map<string, number>();

  /** @returns 0 for the first one */
  placeOf(id: string): number {
    const place = this.seen.get(id) ?? 0;
    if (place || this.seen.size < MOST) this.seen.set(id, place + 1);
    return place;
  }
}
