/** The comments of a pull or merge request. */
export interface Conversation {
  /** The request, such as `pull request 7`. */
  name: string;
  /** The comments of the user of the token. */
  ours(): AsyncIterable<{ id: number; body: string }>;
  write(body: string): Promise<void>;
  /** Throws a `RestError` with status 404 where somebody has deleted the comment. */
  update(id: number, body: string): Promise<void>;
}
