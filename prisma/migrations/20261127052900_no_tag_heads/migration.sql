-- Tags are put by people; nothing keeps a head of a tag yet.
DROP TABLE "tag_head";
