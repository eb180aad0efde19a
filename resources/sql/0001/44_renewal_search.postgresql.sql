-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words as app/store/searchtext.h cuts them: lower case, no Latin accents, every sign a separator. Written
-- with immutable functions only and without the text-search parser, which would read "-500" as one number.
CREATE FUNCTION search_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(array_remove(regexp_split_to_array(translate(lower($1),
        'ÁÀÂÄÃÅáàâäãåÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÖÕóòôöõÚÙÛÜúùûüÇçÑñÝýÿ',
        'aaaaaaaaaaaaeeeeeeeeiiiiiiiioooooooooouuuuuuuuccnnyyy'),
        '[][[:space:]!"#$%&''()*+,./:;<=>?@\\^_`{|}~-]+'), ''))
$$;

ALTER TABLE renewal ADD COLUMN search tsvector GENERATED ALWAYS AS (search_words(
    patient_key || ' ' || drug || ' ' || prescription_number || ' ' || prescriber_shown)) STORED;

CREATE INDEX renewal_search ON renewal USING gin (search);
