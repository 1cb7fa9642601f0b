import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const itemsBetweenCounts = 1000;

/** Items that are made when asked for, and how many of those handed out are still held by anyone. */
export class Flow {
  private handedOut: WeakRef<object>[] = [];
  /** the most that were held at once */
  mostHeld = 0;
  made = 0;
  /** the most that were handed out between two pieces of what is written */
  mostUnwritten = 0;
  private madeBefore = 0;

  wrote(): void {
    this.mostUnwritten = Math.max(this.mostUnwritten, this.made - this.madeBefore);
    this.madeBefore = this.made;
  }

  async *items<T extends object>(count: number, make: (index: number) => T): AsyncGenerator<T> {
    this.madeBefore = this.made;
    for (let index = 0; index < count; index++) {
      if (index > 0 && index % itemsBetweenCounts === 0) await this.count();
      const item = make(index);
      this.handedOut.push(new WeakRef(item));
      this.made += 1;
      yield item;
    }
    await this.count();
  }

  private async count(): Promise<void> {
    // What a WeakRef was asked for or made of stays until the job ends.
    await new Promise(setImmediate);
    collectGarbage();
    this.handedOut = this.handedOut.filter((one) => one.deref() !== undefined);
    this.mostHeld = Math.max(this.mostHeld, this.handedOut.length);
    await new Promise(setImmediate);
  }
}
