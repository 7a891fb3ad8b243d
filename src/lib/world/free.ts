/** What nobody has yet: ids and names for what is new. */

/** The first account id of twelve equal digits that is free, else the next free number. */
export function freeAccountId(isTaken: (id: string) => boolean): string {
  for (let digit = 1; digit <= 9; digit++) {
    const id = String(digit).repeat(12);
    if (!isTaken(id)) return id;
  }
  let number = 100_000_000_001;
  while (isTaken(String(number))) number++;
  return String(number);
}

/** The first of `name`, `name-2`, … that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let n = 2; isTaken(free); n++) free = `${name}-${String(n)}`;
  return free;
}
