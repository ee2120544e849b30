-- Statements know who was asked for a logo (G3c): nobody yet in those that were folded before.
update states set state = state || '{"logoAsks": []}'::jsonb where stream like 'statement/%' and state ? 'consents' and not state ? 'logoAsks';
