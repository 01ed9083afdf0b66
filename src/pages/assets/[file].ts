import settings from 'virtual:errorbook/settings';
import type { APIRoute, GetStaticPaths } from 'astro';
import order from '../../styles/order.css?inline';

/** What the team has configured: its images as they are, and its styles in a layer after all others. */
export const getStaticPaths = (() =>
  settings.files.map(({ name, type, data }) => ({
    params: { file: name },
    props: { type, data },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ type: string; data: string }> = ({ props: { type, data } }) => {
  const bytes = Buffer.from(data, 'base64');
  const body = type === 'text/css' ? `${order}\n@layer own {\n${bytes.toString('utf8')}\n}\n` : bytes;
  return new Response(body, { headers: { 'Content-Type': type } });
};
