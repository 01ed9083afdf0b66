import registry from 'virtual:errorbook/registry';
import type { APIRoute, GetStaticPaths } from 'astro';

/** Every image of an API's prose, as it is in the registry. */
export const getStaticPaths = (() =>
  registry.apis.flatMap(({ id, images }) =>
    images.map(({ name }) => ({
      params: { api: id, image: name },
      props: { name, data: registry.images[`${id}/${name}`] ?? '' },
    })),
  )) satisfies GetStaticPaths;

interface Props {
  name: string;
  data: string;
}

export const GET: APIRoute<Props> = ({ props: { name, data } }) => {
  const type = name.slice(name.lastIndexOf('.') + 1).replace('jpg', 'jpeg');
  return new Response(Buffer.from(data, 'base64'), { headers: { 'Content-Type': `image/${type}` } });
};
